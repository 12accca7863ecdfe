import { spawnSync } from 'node:child_process';

/** What a process did to the disk, or told the world, in its order. */
export type DiskEvent =
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  /** Of a file or a folder: what was done to it until here survives. */
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'told'; readonly data: Buffer };

/** Whether strace is here and may trace. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
}

/** The command that runs `command` and writes its calls to `file`. */
export function traced(command: readonly string[], file: string): string[] {
  const calls = 'openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat2';
  const format = ['-f', '-y', '-xx', '-s', '200000', '-e', 'signal=none', '-e', `trace=${calls}`];
  return ['strace', ...format, '-o', file, ...command];
}

/** Reads the calls of a trace that concern `folder`, and what was written to standard output. Throws at one it does not know. */
export function readTrace(trace: string, folder: string): DiskEvent[] {
  const events: DiskEvent[] = [];
  const unfinished = new Map<string, string>();
  const known = new Set<string>();
  for (const line of trace.split('\n')) {
    const [, pid = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (text.endsWith('<unfinished ...>')) {
      unfinished.set(pid, text.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text);
    const call = resumed === null ? text : (unfinished.get(pid) ?? '') + (resumed[1] ?? '');
    const event = readCall(call, folder, known);
    if (event !== null) events.push(event);
  }
  return events;
}

function readCall(call: string, folder: string, known: Set<string>): DiskEvent | null {
  const [, name = '', parameters = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/.exec(call) ?? [];
  if (name === '' || result.startsWith('-')) return null;
  const { path, at } = fileOf(parameters);
  if (name === 'write' && at === '1') return { kind: 'told', data: dataOf(parameters) };
  if (path !== folder && !path.startsWith(`${folder}/`)) return null;
  switch (name) {
    case 'pwrite64': {
      const offset = Number(/, (\d+)$/.exec(parameters)?.[1]);
      return { kind: 'write', path, at: offset, data: dataOf(parameters).subarray(0, Number(result)) };
    }
    case 'ftruncate':
      return { kind: 'truncate', path, size: Number(/, (\d+)$/.exec(parameters)?.[1]) };
    case 'fsync':
    case 'fdatasync':
      return { kind: 'sync', path };
    case 'unlink':
      known.delete(path);
      return { kind: 'unlink', path };
    case 'openat':
      if (!parameters.includes('O_CREAT') || known.has(path)) return null;
      known.add(path);
      return { kind: 'create', path };
    default:
      throw new Error(`a trace with ${name} cannot be replayed`);
  }
}

/** The path a call is about: of its descriptor, or the text it names. */
function fileOf(parameters: string): { readonly path: string; readonly at: string } {
  const [, at = '', opened = ''] = /^(\d+)<([^>]*)>/.exec(parameters) ?? [];
  if (at !== '') return { path: bytesOf(opened).toString(), at };
  return { path: dataOf(parameters).toString(), at };
}

/** The first quoted text. */
function dataOf(parameters: string): Buffer {
  return bytesOf(/"((?:\\x[0-9a-f]{2})*)"/.exec(parameters)?.[1] ?? '');
}

function bytesOf(escaped: string): Buffer {
  return Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
}

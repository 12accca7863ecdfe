import { cdp } from 'vitest/browser';

/** A node as a screen reader gets it. */
export interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly invalid: string;
  readonly isFocused: boolean;
}

interface RawNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

interface Frame {
  readonly frame: { readonly id: string; readonly url: string };
  readonly childFrames?: readonly Frame[];
}

/** The accessibility tree of the test's page, in reading order, without what is ignored. */
export async function readAccessibilityTree(): Promise<AccessibleNode[]> {
  await send('Accessibility.enable');
  const { frameTree } = await send<{ frameTree: Frame }>('Page.getFrameTree');
  const frame = framesOf(frameTree).find(({ url }) => url === location.href) ?? frameTree.frame;
  const { nodes } = await send<{ nodes: RawNode[] }>('Accessibility.getFullAXTree', { frameId: frame.id });
  return nodes.filter(({ ignored }) => !ignored).map(read);
}

/** Makes the browser answer a media feature such as `forced-colors`; an empty list takes everything back. */
export async function emulateMedia(features: readonly { name: string; value: string }[]): Promise<void> {
  await send('Emulation.setEmulatedMedia', { features });
}

function framesOf({ frame, childFrames = [] }: Frame): Frame['frame'][] {
  return [frame, ...childFrames.flatMap(framesOf)];
}

function read({ role, name, description, properties = [] }: RawNode): AccessibleNode {
  const property = (wanted: string): unknown => properties.find((one) => one.name === wanted)?.value.value;
  return {
    role: role?.value ?? '',
    name: name?.value ?? '',
    description: description?.value ?? '',
    invalid: String(property('invalid') ?? 'false'),
    isFocused: property('focused') === true,
  };
}

/** The session of the browser's debugging protocol, whose commands the runner does not type. */
async function send<Answer>(method: string, params: object = {}): Promise<Answer> {
  const session = cdp() as unknown as { send(method: string, params: object): Promise<Answer> };
  return session.send(method, params);
}

/** What statements are prepared under. */
export interface StatementNames {
  /** One short name per SQL text; the texts are few, as values travel as parameters. */
  of(sql: string): string;
  /** Gives every text another name, so that each connection prepares it anew; nothing where `name` is an old one already. */
  renew(name: string): void;
}

/** Names for all connections of a pool. */
export function nameStatements(): StatementNames {
  let names = new Map<string, string>();
  let generation = 0;
  return {
    of: (sql) => {
      let name = names.get(sql);
      if (name === undefined) {
        name = `hemat_${generation}_${names.size}`;
        names.set(sql, name);
      }
      return name;
    },
    renew: (name) => {
      if (!name.startsWith(`hemat_${generation}_`)) return;
      generation += 1;
      names = new Map();
    },
  };
}

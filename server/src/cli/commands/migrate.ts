import { defineCommand } from 'citty';
import { openStorage } from '../../storage/open-storage.js';
import { loadConfig } from '../open-service.js';
import { print } from '../print.js';

/** `hemat migrate`: brings the schema up to date. */
export const migrate = defineCommand({
  meta: { name: 'migrate', description: 'Bring the database up to this version' },
  run: async () => {
    const storage = await openStorage(loadConfig().databaseUrl);
    try {
      const ran = await storage.migrate();
      print(
        ...(ran.length > 0
          ? ran.map((name) => `ran ${name}`)
          : ['Nothing to do: the database is up to date.']),
      );
    } finally {
      await storage.close();
    }
  },
});

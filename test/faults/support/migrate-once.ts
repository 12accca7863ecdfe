import { writeSync } from 'node:fs';
import { openStorage } from '../../../server/src/storage/open-storage.js';

// Migrates the database it is given and says which migrations it ran.

const [url = ''] = process.argv.slice(2);
const storage = await openStorage(url);
writeSync(1, JSON.stringify(await storage.migrate()));
await storage.close();

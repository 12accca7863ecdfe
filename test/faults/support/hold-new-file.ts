import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';

// Makes the file it is given as a process does that is about to set its journal mode, and lets go after 500 ms.

const [path = ''] = process.argv.slice(2);
const database = new Database(path);
database.exec('create table made (x integer) strict; begin exclusive');
writeSync(1, 'held');
setTimeout(() => {
  database.exec('commit');
  database.close();
}, 500);

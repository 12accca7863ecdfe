import { createClient } from '@hemat/shared/client';
import { seedCodes } from './seed-codes.js';

try {
  const { HEMAT_ENDPOINT: endpoint, HEMAT_SECRET_KEY: secretKey } = process.env;
  if (!endpoint || !secretKey) throw new Error('Set HEMAT_ENDPOINT and HEMAT_SECRET_KEY.');
  const created = await seedCodes(createClient({ endpoint, secretKey }));
  process.stdout.write(`${created} codes added.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

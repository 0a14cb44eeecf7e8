import fs from 'node:fs';
import os from 'node:os';

/**
 * A folder for files that may be lost: in memory where there is plenty of that, which spares the databases of the tests a
 * tenth of their work; else the usual one.
 */
export function quickFolder({ memory = '/dev/shm', room = 6 * 2 ** 30 } = {}): string {
	if (!fs.existsSync(memory)) return os.tmpdir();
	const { bavail, bsize } = fs.statfsSync(memory);
	return Math.min(bavail * bsize, os.freemem()) >= room ? memory : os.tmpdir();
}

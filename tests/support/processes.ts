import fs from 'node:fs';

/** True for a living process; a zombie, which only waits for its parent, is not one. */
export function isRunning(pid: number): boolean {
	if (pid <= 0) return false;
	try {
		process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
	if (process.platform !== 'linux') return true;
	try {
		const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
		return !stat.slice(stat.lastIndexOf(')')).startsWith(') Z');
	} catch {
		return false;
	}
}

// Loaded into programs that the launcher starts: however the launcher dies, they must not outlive it. Their own children
// load it too, with the options they inherit, but are left to them.
if (process.channel && Number(process.env.MINICRM_LAUNCHER) === process.ppid) {
	process.on('disconnect', () => {
		try {
			// As the leader of a process group this takes along whatever the program started itself.
			process.kill(-process.pid, 'SIGKILL');
		} catch {
			process.exit(1);
		}
	});
	// A listener would keep the program from ending by itself.
	process.channel.unref();
}

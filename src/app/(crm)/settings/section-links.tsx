const sections: [anchor: string, title: string][] = [
	['profile', 'Profile'],
	['password', 'Password'],
	['sessions', 'Sessions'],
	['region', 'Region'],
	['reminders', 'Reminders'],
	['shortcuts', 'Keyboard shortcuts'],
	['fields', 'Fields'],
	['tags', 'Tags'],
	['history', 'History'],
	['backup', 'Backup'],
	['export', 'Export'],
	['sample-data', 'Sample data'],
	['delete-account', 'Delete account'],
];

/** The way to each section: beside them where there is room, above them where there is not. */
export function SectionLinks() {
	return (
		<nav aria-label="Settings" className="lg:sticky lg:top-19 lg:self-start">
			<ul className="flex flex-wrap gap-1 lg:flex-col">
				{sections.map(([anchor, title]) => (
					<li key={anchor}>
						<a
							href={`#${anchor}`}
							className="flex min-h-8 items-center rounded-md border px-2.5 hover:bg-accent hover:text-accent-foreground lg:border-transparent pointer-coarse:min-h-10"
						>
							{title}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

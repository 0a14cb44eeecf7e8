import { Button } from '@/components/ui/button';
import { DownloadIcon } from '@/components/ui/icons';

/** The way to an archive of all that the account holds. */
export function DownloadEverything() {
	return (
		<div className="flex flex-col items-start gap-3">
			<p>
				One ZIP archive with all your companies, contacts, deals and activities, as tables for Excel and other
				spreadsheets, and once more with follow-ups, tags and settings as JSON for programs. Your password is not in it.
			</p>
			<p className="text-muted-foreground">To export only some of it, filter a list and choose Export above it.</p>
			<Button asChild variant="outline">
				<a href="/api/export/everything" download>
					<DownloadIcon /> Download everything
				</a>
			</Button>
		</div>
	);
}

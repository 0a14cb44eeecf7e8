import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { UserId } from '@/lib/auth/session';
import { importedListPath, refusedPath } from '../import-paths';
import { type Import, listRefusals, previewFile } from '../server/import-queries';
import { CheckedRows } from './checked-rows';
import { ImportForm } from './import-form';
import { ImportProgress } from './import-progress';
import { ImportReportView } from './import-report';
import { kindNames } from './import-words';
import { UndoImport } from './undo-import';
import { UndoneReport } from './undone-report';

/** The number of rejected rows that a finished import shows; the file to download has all of them. */
const shownRefusals = 20;

/** An import in its present state: to set up, running, or finished. */
export async function ImportView({ userId, found }: { userId: UserId; found: Import }) {
	const { id, status, settings, report } = found;
	if (status === 'checking' || status === 'running') return <ImportProgress id={id} status={status} />;
	const isDone = status === 'done' || status === 'undone';
	const refusals = isDone ? await listRefusals(userId, id, shownRefusals) : [];
	// a file that could not be read to its end has a problem, and nothing to count
	const shown = report && report.rows > 0 && (
		<ImportReportView
			kind={settings.kind}
			report={report}
			done={isDone}
			refusals={refusals}
			refusedHref={refusedPath(id)}
		/>
	);
	if (isDone)
		return (
			<div className="flex flex-col items-start gap-4">
				{status === 'undone' && <UndoneReport undone={report?.undone} />}
				<span>{shown}</span>
				<div className="flex flex-wrap gap-3">
					<Button asChild>
						<Link href={importedListPath(settings.kind)}>
							<span>
								Show the <span>{kindNames[settings.kind].toLowerCase()}</span>
							</span>
						</Link>
					</Button>
					{status === 'done' && <UndoImport id={id} />}
				</div>
			</div>
		);
	// also after a run that came to nothing: what was checked is as it was
	const ready = status === 'checked' && report ? report.created + report.merged : null;
	const preview = await previewFile(userId, id, settings, report?.stages);
	const problem = report?.problem !== preview.problem && report?.problem;
	return (
		<div className="flex flex-col gap-6">
			{problem && <Alert variant="destructive">{problem}</Alert>}
			<span>{shown}</span>
			{shown && <CheckedRows userId={userId} found={found} preview={preview} />}
			<ImportForm id={id} settings={settings} preview={preview} ready={ready} />
		</div>
	);
}

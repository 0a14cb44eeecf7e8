import { connection } from 'next/server';
import { Link } from '@/components/ui/link';
import { importPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatMoment } from '@/lib/dates/dates';
import { listImports } from '../server/import-queries';
import { kindNames, statusNames } from './import-words';

/** Finished imports, and those that wait to be run. */
export async function ImportList() {
	await connection();
	const userId = await requireUserId();
	const [imports, settings] = await Promise.all([listImports(userId), getSettings(userId)]);
	if (imports.length === 0) return null;
	return (
		<section className="flex flex-col gap-2">
			<h2 className="font-semibold text-base">Files</h2>
			<ul className="divide-y rounded-lg border">
				{imports.map(({ id, fileName, status, report, settings: { kind }, createdAt }) => (
					<li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-3 py-2">
						<Link href={importPath(id)} translate="no" className="text-link font-medium">
							{fileName}
						</Link>
						<span className="text-muted-foreground text-xs">
							<span>{kindNames[kind]}</span>, <span>{statusNames[status].toLowerCase()}</span>
							{status === 'done' && report && <span>{`: ${report.created.toLocaleString('en')} new`}</span>},{' '}
							<span>{formatMoment(createdAt, settings)}</span>
						</span>
						{report?.problem && <p className="wrap-anywhere w-full text-destructive text-xs">{report.problem}</p>}
					</li>
				))}
			</ul>
		</section>
	);
}

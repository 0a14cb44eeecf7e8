import { counted } from '@/lib/text/counted';
import type { ImportReport as Report } from '../import-outcome';
import type { ImportKind } from '../row/import-fields';
import { CheckDetails } from './check-details';
import { FileWarnings } from './file-warnings';
import { twinNames } from './import-words';

type ImportReportProps = {
	kind: ImportKind;
	report: Report;
	/** Whether it has happened, or would. */
	done: boolean;
	/** The first rejected rows, where they are not shown to be edited. */
	refusals: { line: number; field: string; reason: string }[];
	refusedHref: string;
};

/** What came of an import's rows, or would. */
export function ImportReportView({ kind, report, done, refusals, refusedHref }: ImportReportProps) {
	const numbers: [string, number][] = [
		[done ? 'New' : 'Would be new', report.created],
		[done ? 'Changed' : 'Are there already', report.merged],
		['Left as they are', report.skipped],
		['Rejected', report.refused],
		['New companies', kind === 'companies' ? 0 : report.companies],
		['New contacts', report.contacts],
	];
	const twins = Object.entries(report.twins) as [keyof typeof twinNames, number][];
	const taken = twins.reduce((all, [, count]) => all + count, 0);
	return (
		<div className="flex flex-col gap-4">
			<dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
				{numbers
					.filter(([, count], place) => place < 4 || count > 0)
					.map(([label, count]) => (
						<div key={label} className="rounded-lg border bg-card px-4 py-3">
							<dt className="text-muted-foreground">{label}</dt>
							<dd className="font-semibold text-xl tabular-nums">{count.toLocaleString('en')}</dd>
						</div>
					))}
			</dl>
			{twins.length > 0 && (
				<p className="text-muted-foreground">
					<span>{`${counted(taken, 'row is', 'rows are')} taken for a record you have or for an earlier row:`}</span>{' '}
					<span>{`${twins.map(([twin, count]) => `${count.toLocaleString('en')} by ${twinNames[twin]}`).join(', ')}.`}</span>
				</p>
			)}
			{!done && <CheckDetails report={report} />}
			<FileWarnings report={report} />
			{report.refused > 0 && (
				<div className="flex flex-col gap-2">
					{refusals.length > 0 && (
						<div className="overflow-x-auto rounded-lg border">
							<table className="w-full text-left">
								<caption className="sr-only">Rejected rows</caption>
								<thead className="border-b bg-muted/50 text-muted-foreground text-xs">
									<tr>
										<th className="px-3 py-2 font-medium">Line</th>
										<th className="px-3 py-2 font-medium">Field</th>
										<th className="px-3 py-2 font-medium">Reason</th>
									</tr>
								</thead>
								<tbody className="divide-y">
									{refusals.map(({ line, field, reason }) => (
										<tr key={line}>
											<td className="px-3 py-1.5 tabular-nums">{line}</td>
											<td className="px-3 py-1.5">{field}</td>
											<td className="wrap-anywhere px-3 py-1.5">{reason}</td>
										</tr>
									))}
								</tbody>
							</table>
						</div>
					)}
					<p>
						<a href={refusedHref} download className="text-primary underline underline-offset-4 hover:decoration-2">
							Download rejected rows
						</a>{' '}
						<span className="text-muted-foreground">Fix them and import the file again.</span>
					</p>
				</div>
			)}
		</div>
	);
}

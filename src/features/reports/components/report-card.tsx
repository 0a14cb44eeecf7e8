import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { DownloadIcon } from '@/components/ui/icons';
import { reportQuery } from '../schema';
import type { ReportScope } from '../server/report-queries';

type ReportCardProps = {
	title: string;
	/** The file of the same numbers, by its name under /api/reports. */
	file: 'forecast' | 'results' | 'won' | 'stages' | 'lost' | 'activities' | 'companies';
	scope: ReportScope;
	/** How the numbers come about, in a sentence or two. */
	counted: ReactNode;
	table: { heads: string[]; rows: ReportTableRow[] };
	/** The picture. */
	children: ReactNode;
};

/** A report: its picture, one click below the same numbers as a table, and a file of them. */
export function ReportCard({ title, file, scope, counted, table, children }: ReportCardProps) {
	return (
		<Card className="gap-3 pb-3">
			<CardHeader>
				<CardTitle>{title}</CardTitle>
				<CardAction className="-mt-1.5 -mr-1.5">
					<Button asChild variant="ghost" size="sm">
						<a href={`/api/reports/${file}${reportQuery(scope.state)}`} download aria-label={`Download CSV: ${title}`}>
							<DownloadIcon />
							CSV
						</a>
					</Button>
				</CardAction>
			</CardHeader>
			<CardContent className="flex flex-col gap-3">
				{children}
				<details>
					<summary className="w-fit cursor-pointer text-muted-foreground hover:text-foreground">As a table</summary>
					<ReportTable label={title} {...table} />
				</details>
				<p className="border-t pt-2.5 text-muted-foreground text-xs">
					How this is counted: <span>{counted}</span>
				</p>
			</CardContent>
		</Card>
	);
}

export type ReportTableRow = { key: string; head: ReactNode; cells: ReactNode[]; total?: true };

/** The numbers of a report; it scrolls by itself where it is too wide or too long. */
function ReportTable({ label, heads, rows }: { label: string; heads: string[]; rows: ReportTableRow[] }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
		<section className="relative mt-2 max-h-96 overflow-auto" aria-label={`Table: ${label}`} tabIndex={0}>
			<table className="w-full text-xs tabular-nums [&_td]:whitespace-nowrap [&_td]:py-1.5 [&_td]:pl-4 [&_td]:text-right [&_th]:py-1.5 [&_th]:font-medium">
				<thead>
					<tr className="text-muted-foreground">
						{heads.map((head, index) => (
							<th key={head} scope="col" className={index === 0 ? 'text-left' : 'whitespace-nowrap pl-4 text-right'}>
								{head}
							</th>
						))}
					</tr>
				</thead>
				<tbody className="[&_tr]:border-t">
					{rows.map(({ key, head, cells, total }) => (
						<tr key={key} className={total && 'font-semibold'}>
							<th scope="row" className="wrap-anywhere min-w-24 text-left">
								{head}
							</th>
							{cells.map((cell, index) => (
								<td key={heads[index + 1]}>{cell}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

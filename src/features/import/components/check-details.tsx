import { counted } from '@/lib/text/counted';
import type { ImportReport } from '../import-outcome';

/** How many rows have a value for each field, and the companies and contacts that are made, each folded away. */
export function CheckDetails({ report }: { report: ImportReport }) {
	const { filled = {}, newCompanies = [], newContacts = [], companies, contacts } = report;
	const fields = Object.entries(filled).filter(([, count]) => count > 0);
	return (
		<div className="flex flex-col gap-1.5">
			{fields.length > 0 && (
				<details>
					<summary className="cursor-pointer">Values per field</summary>
					<dl className="mt-1.5 grid gap-x-6 gap-y-1 rounded-lg border bg-card px-4 py-3 sm:grid-cols-2 xl:grid-cols-3">
						{fields.map(([name, count]) => (
							<div key={name} className="flex min-w-0 justify-between gap-3">
								<dt translate="no" className="truncate text-muted-foreground">
									{name}
								</dt>
								<dd className="whitespace-nowrap tabular-nums">{counted(count, 'row', 'rows')}</dd>
							</div>
						))}
					</dl>
				</details>
			)}
			<Names
				title={counted(companies, 'company to create', 'companies to create')}
				names={newCompanies}
				count={companies}
			/>
			<Names
				title={counted(contacts, 'contact to create', 'contacts to create')}
				names={newContacts}
				count={contacts}
			/>
		</div>
	);
}

function Names({ title, names, count }: { title: string; names: string[]; count: number }) {
	if (names.length === 0) return null;
	return (
		<details>
			<summary className="cursor-pointer">{title}</summary>
			<ul className="mt-1.5 grid max-h-72 gap-x-6 overflow-y-auto rounded-lg border bg-card px-4 py-3 sm:grid-cols-2 xl:grid-cols-3">
				{names.map((name) => (
					<li key={name} translate="no" className="wrap-anywhere">
						{name}
					</li>
				))}
				{count > names.length && (
					<li className="text-muted-foreground">{`and ${(count - names.length).toLocaleString('en')} more`}</li>
				)}
			</ul>
		</details>
	);
}

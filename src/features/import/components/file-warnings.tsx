import { Alert } from '@/components/ui/alert';
import { counted } from '@/lib/text/counted';
import type { ImportReport } from '../import-outcome';

/** So many names are listed. */
const shown = 20;

/** What of a file does not go where it belongs: values that do not fit their field, and columns that are not imported. */
export function FileWarnings({ report }: { report: ImportReport }) {
	const { aside = {}, leftOut = {}, rounded = {}, closedAhead = 0 } = report;
	return (
		<>
			<CountedNames
				text="A spreadsheet has rounded these numbers, as in 8.49E+10, and their last digits are lost. Set the format of the column to text there, enter or paste the numbers again, and save the file as CSV once more:"
				counts={Object.entries(rounded)}
			/>
			{closedAhead > 0 && (
				<Alert variant="warning">
					{closedAhead === 1
						? '1 closed deal has a close date in the future. It keeps that date.'
						: `${closedAhead.toLocaleString('en')} closed deals have a close date in the future. They keep those dates.`}
				</Alert>
			)}
			<CountedNames
				text="These values don’t fit their field and are kept as text in a custom field:"
				counts={Object.entries(aside)}
			/>
			<CountedNames text="These columns aren’t imported, although they hold values:" counts={Object.entries(leftOut)} />
		</>
	);
}

function CountedNames({ text, counts }: { text: string; counts: [string, number][] }) {
	if (counts.length === 0) return null;
	const rest = counts.length - shown;
	return (
		<Alert variant="warning">
			<p>{text}</p>
			<ul className="list-disc pl-4">
				{counts.slice(0, shown).map(([name, count]) => (
					<li key={name} className="wrap-anywhere">
						<span translate="no">{name}</span>: <span>{counted(count, 'value', 'values')}</span>
					</li>
				))}
			</ul>
			{rest > 0 && <p>{`and ${rest} more`}</p>}
		</Alert>
	);
}

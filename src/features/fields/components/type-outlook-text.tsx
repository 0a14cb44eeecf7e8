import { SignedOut } from '@/components/form/signed-out';
import type { FieldType } from '@/domain/custom-fields/custom-field-types';
import type { NoAnswer } from '@/lib/browser/read-json';
import { counted } from '@/lib/text/counted';
import type { TypeOutlook } from '../server/type-change-queries';

export type ShownOutlook = TypeOutlook | { problem: string } | NoAnswer;

type TypeOutlookTextProps = { from: FieldType; to: FieldType; outlook: ShownOutlook | null };

/** What becomes of a field's values in another type: how many stay, and which are lost. */
export function TypeOutlookText({ from, to, outlook }: TypeOutlookTextProps) {
	if (outlook === null) return <p>Reading its values…</p>;
	if (outlook === 'signedOut') return <SignedOut />;
	if (outlook === 'failed') return <p role="alert">The values could not be read. Close this and try again.</p>;
	if ('problem' in outlook) return <p role="alert">{outlook.problem}</p>;
	const { whole, part, nothing, examples, options } = outlook;
	const all = whole + part + nothing;
	if (all === 0) return <p>No record has a value of it.</p>;
	return (
		<div className="flex flex-col gap-1.5">
			<p>{part + nothing === 0 ? allStay(all) : `${number(whole)} of ${counted(all, 'value', 'values')} stay.`}</p>
			{part > 0 && <p>{keptPart(from, to, part)}</p>}
			{nothing > 0 && (
				<p>{`${number(nothing)} ${nothing === 1 ? 'doesn’t fit and is' : 'don’t fit and are'} cleared.`}</p>
			)}
			{examples.length > 0 && (
				<ul aria-label="Examples of what is lost" className="flex flex-wrap gap-1.5">
					{examples.map(({ text, count }) => (
						<li key={text} className="max-w-full truncate rounded border bg-muted px-1.5 text-sm">
							<span translate="no">{text}</span>
							{count > 1 && <span className="text-muted-foreground tabular-nums"> {number(count)}×</span>}
						</li>
					))}
				</ul>
			)}
			{options > 0 && from !== 'choice' && from !== 'choices' && (
				<p>{`The list gets ${counted(options, 'option', 'options')}, one for each different value.`}</p>
			)}
			{options === 0 && (from === 'choice' || from === 'choices') && <p>The list of options is deleted.</p>}
		</div>
	);
}

const number = (count: number) => count.toLocaleString('en');

const allStay = (all: number) => (all === 1 ? 'The one value stays.' : `All ${number(all)} values stay.`);

function keptPart(from: FieldType, to: FieldType, part: number): string {
	const kept = from === 'amount' && to === 'number' ? 'the number, without its currency' : 'the first option';
	return `${number(part)} ${part === 1 ? 'keeps' : 'keep'} only ${kept}.`;
}

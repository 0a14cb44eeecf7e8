import type { ShortAmounts } from '../board/short-amounts';

/** Sums of several currencies side by side, which screen readers hear in full. */
export function Amounts({ amounts: { first, others, whole } }: { amounts: ShortAmounts }) {
	const isShort = others.length > 0;
	return (
		<>
			<span aria-hidden={isShort || undefined}>
				<b>{first}</b>
				{others.map((other) => (
					<span key={other}> + {other}</span>
				))}
			</span>
			{isShort && <span className="sr-only">{whole}</span>}
		</>
	);
}

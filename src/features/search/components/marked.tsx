import { markMatches } from '../search-text';

/** A text with what was searched for marked in it. */
export function Marked({ text, marks }: { text: string; marks: readonly string[] }) {
	return markMatches(text, marks).map(({ text: part, marked, start }) =>
		marked ? (
			<mark
				key={start}
				className="bg-transparent font-semibold text-foreground underline decoration-primary underline-offset-2"
			>
				{part}
			</mark>
		) : (
			<span key={start}>{part}</span>
		),
	);
}

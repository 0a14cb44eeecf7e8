import type { Route } from 'next';
import { Link } from '@/components/ui/link';

export type Bar = {
	name: string;
	value: number;
	shown: string;
	detail?: string | undefined;
	mark: string;
	href?: Route | undefined;
};

/** Bars under each other, each with its name and number; one that leads to a list is a link as a whole. */
export function BarList({ label, bars }: { label: string; bars: Bar[] }) {
	const highest = Math.max(...bars.map(({ value }) => value), 1);
	return (
		<ul aria-label={label} className="-mx-4 tabular-nums">
			{bars.map(({ name, value, shown, detail, mark, href }) => (
				<li key={name} className={`relative border-t px-4 py-2 ${href ? 'hover:bg-muted' : ''}`}>
					<div className="flex items-baseline justify-between gap-4">
						{href ? (
							<Link href={href} className="wrap-anywhere min-w-0 after:absolute after:inset-0">
								{name}
							</Link>
						) : (
							<span className="wrap-anywhere min-w-0">{name}</span>
						)}
						<span className="shrink-0 text-right">
							<span className="font-semibold">{shown}</span>
							{detail && <span className="ml-2 text-muted-foreground text-xs">{detail}</span>}
						</span>
					</div>
					<span aria-hidden className="mt-1 block h-2 rounded-full bg-muted">
						<span className={`block h-2 rounded-full ${mark}`} style={{ width: `${(100 * value) / highest}%` }} />
					</span>
				</li>
			))}
		</ul>
	);
}

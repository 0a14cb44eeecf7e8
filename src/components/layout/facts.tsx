import type { ReactNode } from 'react';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';

/** A card of labelled facts; what is not known is said to be missing rather than left out. */
export function Facts({ title, facts }: { title: string; facts: [label: string, value: ReactNode][] }) {
	return (
		<Card>
			<CardHeader>
				<CardTitle>{title}</CardTitle>
			</CardHeader>
			<CardContent>
				<dl className="flex flex-col gap-3">
					{facts.map(([label, value]) => (
						<div key={label}>
							<dt className="text-muted-foreground text-xs">{label}</dt>
							<dd className="wrap-anywhere">{value || <span className="text-muted-foreground">—</span>}</dd>
						</div>
					))}
				</dl>
			</CardContent>
		</Card>
	);
}

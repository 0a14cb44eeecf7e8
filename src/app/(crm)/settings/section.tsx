import type { ReactNode } from 'react';
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';

type SectionProps = { id: string; title: string; description: ReactNode; children: ReactNode };

/** One thing to set, with an anchor to come to it by. */
export function Section({ id, title, description, children }: SectionProps) {
	return (
		<section aria-labelledby={id}>
			<Card>
				<CardHeader>
					<CardTitle id={id} tabIndex={-1}>
						{title}
					</CardTitle>
					<CardDescription>{description}</CardDescription>
				</CardHeader>
				<CardContent>{children}</CardContent>
			</Card>
		</section>
	);
}

import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { LinkedText } from '@/components/ui/linked-text';
import { linkParts } from '@/lib/text/text-links';

/** What was agreed to do after an activity. */
export function NextSteps({ text, locale }: { text: string; locale: string }) {
	return (
		<Card>
			<CardHeader>
				<CardTitle>Next steps</CardTitle>
			</CardHeader>
			<CardContent translate="no" className="wrap-anywhere whitespace-pre-wrap">
				<LinkedText parts={linkParts(text, locale)} />
			</CardContent>
		</Card>
	);
}

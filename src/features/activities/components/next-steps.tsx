import { FormattedText } from '@/components/text/formatted-text';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { richText } from '@/lib/text/markdown';

/** What was agreed to do after an activity. */
export function NextSteps({ id, text, locale }: { id: string; text: string; locale: string }) {
	return (
		<Card>
			<CardHeader>
				<CardTitle>Next steps</CardTitle>
			</CardHeader>
			<CardContent>
				<FormattedText blocks={richText(text, locale)} of={{ text: 'activity.nextSteps', id }} />
			</CardContent>
		</Card>
	);
}

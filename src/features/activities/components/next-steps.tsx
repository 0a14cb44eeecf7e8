import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';

/** What is to be done after an activity. */
export function NextSteps({ text }: { text: string }) {
	return (
		<Card>
			<CardHeader>
				<CardTitle>Next steps</CardTitle>
			</CardHeader>
			<CardContent className="wrap-anywhere whitespace-pre-wrap">{text}</CardContent>
		</Card>
	);
}

'use client';

import { ErrorState } from '@/components/layout/error-state';
import { Button } from '@/components/ui/button';

export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
	return (
		<ErrorState
			title="This page could not be shown"
			{...(error.digest && { errorId: error.digest })}
			actions={
				<>
					<Button onClick={retry}>Try again</Button>
					<Button asChild variant="outline">
						<a href="/dashboard">Go to the dashboard</a>
					</Button>
				</>
			}
		>
			<p>
				Something went wrong on the server. Your data is as it was. If it happens again, look for the error id in the
				server's log.
			</p>
		</ErrorState>
	);
}

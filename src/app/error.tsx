'use client';

import { ErrorState } from '@/components/layout/error-state';
import { plainButtons } from '@/components/ui/plain-buttons';
import { busyDigest } from '@/lib/operations/busy';

export default function PageError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
	const isBusy = error.digest === busyDigest;
	return (
		<ErrorState
			title={isBusy ? 'MiniCRM is busy' : 'This page could not be shown'}
			{...(error.digest && !isBusy && { errorId: error.digest })}
			actions={
				<>
					{/* not the component, whose code each page would load for its error */}
					<button type="button" data-slot="button" className={plainButtons.default} onClick={retry}>
						Try again
					</button>
					<a href="/dashboard" data-slot="button" className={plainButtons.outline}>
						Go to Today
					</a>
				</>
			}
		>
			<p>
				{isBusy
					? 'Too much is going on at once. Your data hasn’t changed. Try again in a few seconds.'
					: "Something went wrong on the server. Your data is as it was. If it happens again, look for the error id in the server's log."}
			</p>
		</ErrorState>
	);
}

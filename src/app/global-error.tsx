'use client';

import { ErrorState } from '@/components/layout/error-state';
import './globals.css';

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
	return (
		<html lang="en">
			<body>
				<title>Error · MiniCRM</title>
				<ErrorState
					title="MiniCRM could not answer"
					{...(error.digest && { errorId: error.digest })}
					actions={
						<a className="underline" href="/">
							Try again
						</a>
					}
				>
					<p>
						Something went wrong on the server. Your data is as it was. If it happens again, look for the error id in
						the server's log.
					</p>
				</ErrorState>
			</body>
		</html>
	);
}

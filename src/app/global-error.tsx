'use client';

import PageError from './error';
import './globals.css';

/** Stands in for the whole document, where not even its frame could be made. */
export default function GlobalError(props: Parameters<typeof PageError>[0]) {
	return (
		<html lang="en">
			<body>
				<title>Error · MiniCRM</title>
				<PageError {...props} />
			</body>
		</html>
	);
}

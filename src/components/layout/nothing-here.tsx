'use client';

import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { ErrorState } from './error-state';

/** Stands where an address leads nowhere. Every page carries it along; its name weighs less than what it shows. */
export function NothingHere() {
	return (
		<ErrorState
			title="There is nothing here"
			actions={
				<Button asChild>
					<Link href="/dashboard">Go to Today</Link>
				</Button>
			}
		>
			<p>The address is mistyped, or what stood here has been deleted.</p>
		</ErrorState>
	);
}

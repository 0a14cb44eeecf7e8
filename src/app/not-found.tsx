import { ErrorState } from '@/components/layout/error-state';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';

export const metadata = { title: 'Not found' };

export default function NotFound() {
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

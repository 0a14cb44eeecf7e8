import { EmptyState } from '@/components/layout/empty-state';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';

/** Stands where deals would be while the account has none. */
export function NoDeals() {
	return (
		<EmptyState
			icon="icon-handshake/1.5"
			title="No deals yet"
			actions={
				<Button asChild>
					<Link href="/deals/new">New deal</Link>
				</Button>
			}
		>
			Add what you hope to sell: to whom, for how much, and when you expect an answer.
		</EmptyState>
	);
}

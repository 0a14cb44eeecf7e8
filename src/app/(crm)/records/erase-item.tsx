import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { EraserIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';

/** What leads from a record's menu to the page that erases it. */
export function EraseItem({ href }: { href: Route }) {
	return (
		<Button asChild variant="ghost" className="text-destructive">
			<Link href={href}>
				<EraserIcon /> Erase for good…
			</Link>
		</Button>
	);
}

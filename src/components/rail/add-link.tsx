import type { Route } from 'next';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';

/** "+" beside the heading of a part of a rail. */
export function AddLink({ href, label }: { href: Route; label: string }) {
	return (
		<Link href={href} title={label} className="reach-button">
			<PlusIcon />
			<span className="sr-only">{label}</span>
		</Link>
	);
}

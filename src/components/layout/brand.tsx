import type { Route } from 'next';
import { Link } from '@/components/ui/link';
import { cn } from '@/lib/cn';
import { Mark } from './mark';

interface BrandProps {
	href: Route;
	/** The mark alone; the name stays for screen readers. */
	collapsed?: boolean;
	onNavigate?: () => void;
}

/** Mark and name, leading home. */
export function Brand({ href, collapsed = false, onNavigate }: BrandProps) {
	return (
		<Link
			href={href}
			onClick={onNavigate}
			className="flex min-h-9 items-center gap-2.5 rounded-md font-semibold text-base text-foreground tracking-tight"
		>
			<Mark />
			<span className={cn(collapsed && 'sr-only')}>MiniCRM</span>
		</Link>
	);
}

import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Downloads all rows of a list as a file; `href` asks for them as the list's own address does. */
export function ExportLink({ href, noun }: { href: string; noun: string }) {
	return (
		<Button asChild variant="outline">
			<a href={href} download title={`Download all of these ${noun} as a CSV file`} className="ml-auto [nav+&]:ml-0">
				<Download aria-hidden /> Export
			</a>
		</Button>
	);
}

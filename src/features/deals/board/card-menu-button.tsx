import { EllipsisIcon } from '@/components/ui/icons';

/** What opens the menu of a card; what is around it hears it. */
export function CardMenuButton({ label, open }: { label: string; open: boolean }) {
	return (
		<button type="button" aria-label={label} aria-haspopup="menu" aria-expanded={open}>
			<EllipsisIcon className="size-4" />
		</button>
	);
}

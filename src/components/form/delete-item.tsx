import { Button, type ButtonProps } from '@/components/ui/button';
import { TrashIcon } from '@/components/ui/icons';

/** What asks in a record's menu whether to delete it. */
export function DeleteItem(props: ButtonProps) {
	return (
		<Button variant="ghost" className="text-destructive" {...props}>
			<TrashIcon /> Delete…
		</Button>
	);
}

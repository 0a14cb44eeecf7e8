import { Badge } from '@/components/ui/badge';

/** Marks a contact who has left the company. */
export function LeftBadge() {
	return <Badge variant="outline">Left</Badge>;
}

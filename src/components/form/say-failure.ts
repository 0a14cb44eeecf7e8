import type { ExternalToast } from 'sonner';
import { toast } from '@/components/ui/toast';
import { signInPath } from '@/lib/browser/read-json';
import { failureText } from '@/lib/errors/failure';
import type { FormFailure } from './form';
import { withNames } from './message';

/** Says in a toast why something was not done, and leads to the sign-in where the session is over. */
export function sayFailure(failure: FormFailure, options: ExternalToast = {}): void {
	toast.error(withNames(failureText(failure)), {
		...options,
		...(failure.signedOut && {
			duration: 30_000,
			action: { label: 'Sign in', onClick: () => window.open(signInPath(), '_blank', 'noopener') },
		}),
	});
}

import { handleAuthRequest } from '@/lib/auth/auth';

// The rest of what Better Auth could answer is reached through actions or not at all.
const open = new Set(['sign-in/email', 'sign-up/email', 'sign-out', 'get-session', 'reset-password']);

async function handle(request: Request, { params }: RouteContext<'/api/auth/[...all]'>): Promise<Response> {
	const path = (await params).all.join('/');
	return open.has(path)
		? handleAuthRequest(request)
		: Response.json({ message: 'There is nothing here.' }, { status: 404 });
}

export { handle as GET, handle as POST };

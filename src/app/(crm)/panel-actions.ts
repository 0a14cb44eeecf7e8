// An action that is called in the side panel is sent to the page that the panel lies beside. Next.js would pass on what that page
// does not know, and have the browser ask for the page afterwards. So the layout imports the actions of all that a record's page
// shows, which costs no page a byte.
import '@/features/activities/actions';
import '@/features/companies/actions';
import '@/features/contacts/actions';
import '@/features/deals/actions';
import '@/features/fields/actions';
import '@/features/follow-ups/actions';

/** The README.txt of an archive that was made at `at` (a day and time of the user's). */
export const readme = (at: string, timeZone: string) =>
	`Everything that your account of MiniCRM held on ${at} (${timeZone}), as it was at that moment.

For spreadsheets and for the import of MiniCRM, in the root folder:

  companies.csv, contacts.csv, deals.csv, activities.csv

They are in UTF-8, with commas between the cells and a head line. Instants are written
as YYYY-MM-DD HH:mm in the time zone above. A column "Field (number): ..." holds a custom
field and says its type, by which an import into a new account makes the same field.
A text that a spreadsheet would take for a formula has an apostrophe before it.
Import contacts.csv before companies.csv, so that who introduced a company is found.

For programs, in the folder json: one file for each table.

  companies, contacts, contact-points, deals, deal-people, deal-stage-changes, activities,
  activity-people, follow-ups, tags, company-tags, contact-tags, saved-views,
  note-drafts, recently-opened, fields, field-options, settings

Each is an array with one row a line. A row names others by their id: company_id is the
id of a company, contact_id that of a contact, deal_id that of a deal, activity_id that
of an activity, tag_id that of a tag. Instants are in UTC (ISO 8601), decimal numbers
are strings. contact-points has the emails, phones, and links beside the main ones, which are
columns of companies and contacts. introduced_by_id and reports_to_id are ids of contacts.
The column metadata holds your custom fields: each value by the id of its field in fields,
a chosen option by its id in field-options. The query of a saved view is what
the address of its list says after the question mark. note-drafts has notes that were
typed and not saved; record_id is the id of their company, contact or deal. In
recently-opened, it is the id of the record that was opened.

Passwords, sessions and the history of changes are not in here. To bring back an
installation as it was, use the backups of MiniCRM.
`.replaceAll('\n', '\r\n');

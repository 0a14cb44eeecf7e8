import type lucide from '@iconify-json/lucide/icons.json';

/** The class that shows one of lucide's pictures, with lines of another width than 2 after a slash; see `icons-plugin.ts`. */
export type IconClass = `icon-${keyof typeof lucide.icons}${'' | `/${number}`}`;

/** A picture beside words: it says nothing to screen readers and takes the color of the text around it. */
export type Icon = (props: { className?: string }) => React.ReactElement;

/** An icon of which scripts and pages know no more than its class. */
function icon(picture: IconClass): Icon {
	return function Icon({ className }) {
		return <svg aria-hidden className={className ? `${picture} ${className}` : picture} />;
	};
}

export const AlarmClockIcon = icon('icon-alarm-clock');
export const ArrowDownIcon = icon('icon-arrow-down');
export const ArrowRightIcon = icon('icon-arrow-right');
export const ArrowRightLeftIcon = icon('icon-arrow-right-left');
export const ArrowUpIcon = icon('icon-arrow-up');
export const ArrowUpToLineIcon = icon('icon-arrow-up-to-line');
export const BoldIcon = icon('icon-bold');
export const BookmarkIcon = icon('icon-bookmark');
export const BookmarkPlusIcon = icon('icon-bookmark-plus');
export const BuildingIcon = icon('icon-building-complex');
export const CalendarCheckIcon = icon('icon-calendar-check');
export const CalendarClockIcon = icon('icon-calendar-clock');
export const CalendarDaysIcon = icon('icon-calendar-days');
export const CalendarPlusIcon = icon('icon-calendar-plus');
export const CalendarXIcon = icon('icon-calendar-x');
export const ChartColumnIcon = icon('icon-chart-column');
export const CheckIcon = icon('icon-check');
export const ChevronDownIcon = icon('icon-chevron-down');
export const ChevronLeftIcon = icon('icon-chevron-left');
export const ChevronRightIcon = icon('icon-chevron-right');
export const ChevronUpIcon = icon('icon-chevron-up');
export const ChevronsLeftIcon = icon('icon-chevrons-left');
export const ChevronsRightIcon = icon('icon-chevrons-right');
export const CircleAlertIcon = icon('icon-circle-alert');
export const CircleCheckIcon = icon('icon-circle-check');
export const CircleDashedIcon = icon('icon-circle-dashed');
export const CircleXIcon = icon('icon-circle-x');
export const ClockIcon = icon('icon-clock');
export const ColumnsIcon = icon('icon-columns-3');
export const CopyIcon = icon('icon-copy');
export const DownloadIcon = icon('icon-download');
export const EllipsisIcon = icon('icon-ellipsis');
export const EyeOffIcon = icon('icon-eye-off');
export const FileUpIcon = icon('icon-file-up');
export const FlagIcon = icon('icon-flag');
export const GitCompareIcon = icon('icon-git-compare');
export const GripVerticalIcon = icon('icon-grip-vertical');
export const HandshakeIcon = icon('icon-handshake');
export const HistoryIcon = icon('icon-rotate-ccw-clock');
export const HourglassIcon = icon('icon-hourglass');
export const InfoIcon = icon('icon-info');
export const ItalicIcon = icon('icon-italic');
export const KeyboardIcon = icon('icon-keyboard');
export const LinkIcon = icon('icon-link');
export const RepeatIcon = icon('icon-repeat');
export const ListIcon = icon('icon-list');
export const ListTodoIcon = icon('icon-list-todo');
export const LoaderCircleIcon = icon('icon-loader-circle');
export const LogOutIcon = icon('icon-log-out');
export const MailIcon = icon('icon-mail');
export const MenuIcon = icon('icon-menu');
export const Maximize2Icon = icon('icon-maximize-2');
export const MergeIcon = icon('icon-merge');
export const MessageCircleIcon = icon('icon-message-circle');
export const MilestoneIcon = icon('icon-milestone');
export const MinusIcon = icon('icon-minus');
export const MonitorIcon = icon('icon-monitor');
export const MoonIcon = icon('icon-moon');
export const NetworkIcon = icon('icon-network');
export const NotebookPenIcon = icon('icon-notebook-pen');
export const PanelLeftCloseIcon = icon('icon-panel-left-close');
export const PanelLeftOpenIcon = icon('icon-panel-left-open');
export const PencilIcon = icon('icon-pencil');
export const PhoneIcon = icon('icon-phone');
export const PinIcon = icon('icon-pin');
export const PinOffIcon = icon('icon-pin-off');
export const PlusIcon = icon('icon-plus');
export const PrinterIcon = icon('icon-printer');
export const RotateCcwIcon = icon('icon-rotate-ccw');
export const RowsIcon = icon('icon-rows-3');
export const SaveIcon = icon('icon-save');
export const SearchIcon = icon('icon-search');
export const SettingsIcon = icon('icon-settings');
export const SlidersHorizontalIcon = icon('icon-sliders-horizontal');
export const StickyNoteIcon = icon('icon-sticky-note');
export const SunIcon = icon('icon-sun');
export const SunMoonIcon = icon('icon-sun-moon');
export const SquarePenIcon = icon('icon-square-pen');
export const StarIcon = icon('icon-star');
export const TagIcon = icon('icon-tag');
export const TagsIcon = icon('icon-tags');
export const TimerIcon = icon('icon-timer');
export const TrashIcon = icon('icon-trash');
export const TriangleAlertIcon = icon('icon-triangle-alert');
export const UndoIcon = icon('icon-undo-2');
export const TrophyIcon = icon('icon-trophy');
export const UploadIcon = icon('icon-upload');
export const UserRoundIcon = icon('icon-user-round');
export const UserRoundSearchIcon = icon('icon-user-round-search');
export const UsersRoundIcon = icon('icon-users-round');
export const WifiOffIcon = icon('icon-wifi-off');
export const XIcon = icon('icon-x');

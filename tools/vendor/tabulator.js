// Tabulator with the modules that a table of results uses; marking cells asks the one for frozen columns where they are.
import { FilterModule, FormatModule, FrozenColumnsModule, InteractionModule, KeybindingsModule, ResizeColumnsModule, ResizeTableModule, SelectRangeModule, SortModule, Tabulator, TooltipModule } from "tabulator-tables";

Tabulator.registerModule([FilterModule, FormatModule, FrozenColumnsModule, InteractionModule, KeybindingsModule, ResizeColumnsModule, ResizeTableModule, SelectRangeModule, SortModule, TooltipModule]);
export { Tabulator };

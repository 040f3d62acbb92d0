/**
 * The room of the custom visual for Power BI. It has none of its parts yet: a visual is a package of its own (powerbi-visuals-tools),
 * imports nothing of the other rooms and meets them only through the model's tables.
 */
export {};

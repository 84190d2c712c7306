"""Any table: what is counted, rows, columns, what is measured, conditions, a period."""

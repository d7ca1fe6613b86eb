function parseCsv(text: string): string[][] {
  const rows: string[][] = []; let row: string[] = []; let field = ''; let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) { if (c === '"') { if (text[i + 1] === '"') { field += '"'; i++; } else quoted = false; } else field += c; }
    else if (c === '"') quoted = true;
    else if (c === ',') { row.push(field); field = ''; }
    else if (c === '\n') { row.push(field); rows.push(row); row = []; field = ''; }
    else field += c;
  }
  if (field !== '' || row.length) { row.push(field); rows.push(row); }
  return rows;
}
const rows = parseCsv('name,age,city\n"Smith, J",42,"New ""York"""\nAnn,7,\n');
console.log(rows);
const [header, ...body] = rows;
const records = body.map((r) => Object.fromEntries(header.map((h, i) => [h, r[i]])));
console.log(records);
console.log(records[0].name, records.map((r) => r['age']));
console.log(body.map((r) => r.map((f) => (f.includes(',') || f.includes('"') ? `"${f.replaceAll('"', '""')}"` : f)).join(',')).join('\n'));

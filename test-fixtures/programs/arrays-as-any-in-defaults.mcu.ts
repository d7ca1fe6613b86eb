// Rest parameters and default values of any[] where arrays of one kind are used as such.
function show(xs: any[]): string { return xs.join('|'); }
const ns = [1, 2, 3]; console.log(show(ns));
function h1(a?: any[], b: any[] = [0]): number { return b.length; } try { console.log(h1()); } catch (e) { console.log('h1', (e as Error).message); }
function h2(a: any, b: any[] = [0], ...c: any[]): number { return b.length; } try { console.log(h2(1)); } catch (e) { console.log('h2', (e as Error).message); }
function h3(b: any[] = [0], ...c: any[]): number { return b.length; } try { console.log(h3()); } catch (e) { console.log('h3', (e as Error).message); }
function h4(b: any[] = [0], ...c: any[]): number { return c.length; } try { console.log(h4()); } catch (e) { console.log('h4', (e as Error).message); }
function h5(b: any = 1, ...c: any[]): number { return c.length; } try { console.log(h5()); } catch (e) { console.log('h5', (e as Error).message); }
function h6(b: number = 1, ...c: any[]): number { return c.length + b; } try { console.log(h6()); } catch (e) { console.log('h6', (e as Error).message); }

import { expect, test } from 'vitest';
import { newEngine } from './engineForTests.ts';
import { newMeter } from './meter.ts';
import { openSandbox } from './sandbox.ts';
const go = async (code: string, name = 'f', args: any[] = []) => {
  const meter = newMeter();
  const s = openSandbox(await newEngine(), meter);
  const t = performance.now();
  const l = s.load(code);
  const r = l.kind === 'loaded' ? s.call(name, args) : l;
  console.log(
    (performance.now() - t).toFixed(1),
    JSON.stringify(r, (k, v) => (typeof v === 'bigint' ? v + 'n' : v === undefined ? 'undef' : v)),
    meter.operations,
    meter.kept.slice(0, 100),
  );
  return r;
};
test('x', async () => {
  await go(
    'export const f=(a,b)=>({a,b,c:-0,d:NaN,e:new Map([[1,new Set([2n])]]),u:undefined,x:new Uint8Array([1,2]), get q(){return 1}, p:new Proxy({}, {}), h:[1,,2], s:"\\ud800é😀\\0"})',
    'f',
    [1, { x: [1, 2] }],
  );
  await go('export const f=(a)=>{a.x[0]=5;return a}', 'f', [{ x: [1, 2] }]);
  await go('export const f=(a)=>{throw new RangeError("no")}', 'f', [{ x: [1, 2] }]);
  await go('export const f=(a)=>{null.x}', 'f', [{ x: [1, 2] }]);
  await go('export const f=(a)=>f()', 'f', []);
  await go('export const f=(a)=>{for(;;);}', 'f', []);
  await go('export const f=(a)=>{let a1=[];for(;;)a1.push("xx".repeat(1000)+a1.length)}', 'f', []);
  await go('export const f=(a)=>{let a1="x";for(;;)a1+=a1}', 'f', []);
  await go('export const f=(a)=>{let a1=[];for(;;)a1.push(a1.length)}', 'f', []);
  await go('export const f=(a)=>new Array(1e9).fill(0)', 'f', []);
  await go('export const f=(a)=>{let x=[];for(let i=0;i<100000;i++)x=[x];return JSON.stringify(x)}', 'f', []);
  await go('export const f=(a)=>{let x=[];for(let i=0;i<100000;i++)x=[x];return x}', 'f', []);
  await go('export const f=(a)=>{const x:any={};x.x=x;return x}'.replace(':any', ''), 'f', []);
  await go('export const f=()=>{for(;;)console.log("abc", {a:1}, f)}', 'f', []);
  await go('export const f=()=>{for(;;)try{console.log("abc", {a:1}, f)}catch{}}', 'f', []);
  await go('export const f=()=>new Date()', 'f', []);
  await go('export const a=1;\nconst a=2', 'f', []);
  await go('export const a=1;\nJSON.parse("{")', 'f', []);
  await go('await 1; export const f=2', 'f', []);
  await go('export const f=async ()=>2', 'f', []);
  await go('/(a+)+$/.test("a".repeat(60)+"b")', 'f', []);
  await go('export const f = (g) => g(2)+1', 'f', [new (await import('../base/data.ts')).Callback('x=>x*2', (x) => Number(x) * 2)]);
  await go('export const f = () => ({a:"x".repeat(2e6)})', 'f', []);
  await go('export const f = () => {const a=[1]; let x=a; for(let i=0;i<40;i++) x=[x,x]; return x}', 'f', []);
});

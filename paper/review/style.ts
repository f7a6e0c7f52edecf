import { PALETTE } from '@section16/core/render'

/** The review page's style sheet: the pages beside the form where there is room, above it where there is not. */
export const STYLE = `${PALETTE}:root{--doubt:#8a4b00;--tint:#fff4e0}
@media (prefers-color-scheme:dark){:root{--doubt:#ffc46b;--tint:#2e2614}}
*{box-sizing:border-box}
html{font-size:87.5%;scroll-padding-block:1rem 5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,p,ul,dl,dd,figure{margin:0;padding:0}
h1{font-size:1.3rem}
h2{font-size:1.15rem}
h3{font-size:1rem;margin:1.6rem 0 .5rem;border-bottom:1px solid var(--rule)}
h4,h5{font-size:1rem}
h5{font-weight:normal;color:var(--label)}
small,h4 small,h5 small,dt,figcaption,.about{color:var(--label);font-size:.85rem;font-weight:normal}
ul{padding-left:1.2rem}
a{color:var(--link)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
header{padding:1rem;border-bottom:1px solid var(--rule)}
main{display:grid;grid-template-columns:minmax(0,11fr) minmax(0,9fr)}
.pages{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;background:var(--shade);--zoom:100}
.tools{position:sticky;left:0}
.tools input{vertical-align:middle}
figure{margin-top:.6rem;width:calc(var(--zoom)*1%);min-width:38rem}
.sheet{position:relative;background:var(--paper);border:1px solid var(--rule)}
.sheet img,.sheet svg{display:block;width:100%;height:auto}
.sheet svg{fill:var(--ink);font-family:"Liberation Sans",Arial,sans-serif}
.sheet .typed{font-family:"Liberation Mono",Consolas,monospace}
.sheet rect{fill:var(--rule)}
.grid{display:grid;width:max-content;min-width:100%;max-width:90rem;padding:.4rem;font-size:calc(.8rem*var(--zoom)/100);line-height:1.25}
.grid span{padding:.2rem .3rem;overflow-wrap:normal}
.mark{border:1px solid transparent;border-radius:2px;background-clip:padding-box}
.placed .mark{position:absolute;margin:-1px;padding:1px;box-sizing:content-box}
.mark:hover{border-color:#0b57a4}
.mark.doubtful{border-color:#b06000;background:rgb(255 176 32/.18)}
.mark[aria-current]{border-color:#0b57a4;background:rgb(64 140 255/.22);outline:2px solid #0b57a4}
.forms{padding:1rem;min-width:0}
.form+.form{margin-top:2.5rem}
.field{padding:.15rem .5rem;border-left:3px solid transparent}
.field .field{padding-left:0}
.doubts .field{margin:.7rem 0;padding:.5rem .7rem;border:1px solid var(--rule);border-left:3px solid var(--doubt);background:var(--tint)}
.field[aria-current],.loose[aria-current]{border-color:var(--link);box-shadow:0 0 0 2px var(--link)}
.v{color:var(--value);font-weight:bold}
.ours{color:var(--label);font-style:italic}
.rows{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.1rem .8rem}
.rows>.field:has(details[open]){grid-column:1/-1;background:var(--shade)}
.group{margin-top:.8rem}
dl>div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.5rem}
fieldset{margin:.4rem 0 0;padding:0;border:0}
legend{padding:0;font-weight:bold;font-size:.9rem}
.choice{display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .5rem;min-height:1.75rem}
.choice label{padding:.15rem 0}
input,textarea,button{font:inherit;color:inherit}
input[type=text],textarea{flex:1 1 10rem;min-width:0;padding:.15rem .4rem;background:var(--paper);border:1px solid var(--rule);border-radius:3px}
[aria-invalid=true]{border-color:var(--bad);outline:1px solid var(--bad)}
summary{cursor:pointer;color:var(--link);font-size:.85rem;padding:.3rem 0}
.loose{margin:.3rem 0}
#save{position:sticky;bottom:0;display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:center;margin:2rem -1rem -1rem;padding:.6rem 1rem;background:var(--shade);border-top:1px solid var(--rule)}
#save input{flex:1 1 8rem;max-width:16rem}
#answered{flex:1 1 8rem}
button{padding:.3rem .9rem;border:1px solid var(--link);border-radius:3px;background:var(--link);color:var(--paper);cursor:pointer}
#said{flex-basis:100%}
#said:empty{display:none}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:60em){
html{scroll-padding-block:45vh 1rem}
main{display:block}
.pages{z-index:1;height:40vh;border-bottom:2px solid var(--rule)}
#save{position:static}
dl>div{grid-template-columns:5.5rem minmax(0,1fr)}
}
@media print{
.pages{position:static;height:auto}
main{display:block}
#save,.tools{display:none}
}
`

// Cytoscape with its one layout: dagre, which draws what causes below what it leads to.
import cytoscape from "cytoscape";
import dagre from "cytoscape-dagre";

cytoscape.use(dagre);
export default cytoscape;
